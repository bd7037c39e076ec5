"""What every answer of the server carries, and what is refused at the door."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from cxlive.seating.device import (
    COOKIE,
    device_hash,
    device_in,
    new_device,
    read_device,
)
from cxlive.web.gate import SECURITY_HEADERS, Gate, security_policy
from cxlive.web.modules import Modules


@pytest.fixture
def web(tmp_path):
    (tmp_path / "board.js").write_text("export default 1;\n")
    routes = [
        Route("/", lambda _: HTMLResponse("<p>page</p>")),
        Route("/data", lambda _: PlainTextResponse("x"), methods=["GET", "PUT"]),
        Mount("/live/js", Modules(tmp_path)),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(Gate)])
    return TestClient(app, base_url="http://studio.local:8501")


@pytest.mark.parametrize("path", ["/", "/data", "/live/js/v/board.js", "/nowhere"])
def test_every_answer_carries_the_security_headers(web, path):
    answer = web.get(path)

    assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS


def test_the_policy_lets_no_foreign_script_no_eval_and_no_foreign_frame_in():
    policy = security_policy()

    assert "script-src 'self' blob:;" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_a_page_talks_to_the_server_it_came_from_and_to_nobody_else():
    policy = security_policy()

    assert "connect-src 'self';" in policy
    assert "ws" not in policy


def test_a_page_makes_the_browser_a_device_that_scripts_cannot_read(web):
    cookie = web.get("/").headers["set-cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    assert read_device(cookie.split(";")[0].removeprefix(f"{COOKIE}=")) is not None


def test_over_tls_the_cookie_stays_there(web):
    cookie = web.get("https://studio.local/").headers["set-cookie"]

    assert "Secure" in cookie


def test_a_browser_that_is_a_device_stays_the_one_it_is(web):
    web.get("/")

    assert "set-cookie" not in web.get("/").headers


def test_a_made_up_device_is_replaced(web):
    answer = web.get("/", headers={"cookie": f"{COOKIE}=guess"})

    assert "set-cookie" in answer.headers


def test_only_pages_make_devices(web):
    assert "set-cookie" not in web.get("/data").headers


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://studio.local:8501", 200),
        ("http://STUDIO.local:8501", 200),
        ("http://studio.local:9999", 403),
        ("http://evil.example", 403),
        ("null", 403),
        (None, 200),
    ],
)
def test_writing_from_a_foreign_page_is_refused(web, origin, status):
    headers = {} if origin is None else {"origin": origin}

    assert web.put("/data", headers=headers).status_code == status


def test_reading_is_not_a_matter_of_origin(web):
    assert (
        web.get("/data", headers={"origin": "http://evil.example"}).status_code == 200
    )


@pytest.mark.parametrize("base", ["", "/studio"])
def test_a_script_without_a_page_cannot_open_our_socket_under_any_path(base):
    async def serve(socket):
        await socket.accept()
        await socket.close()

    route = WebSocketRoute(f"{base}/live/room", serve)
    app = Starlette(routes=[route], middleware=[Middleware(Gate, base=base)])

    with (
        pytest.raises(WebSocketDisconnect) as refused,
        TestClient(app).websocket_connect(f"{base}/live/room") as socket,
    ):
        socket.receive_text()

    assert refused.value.code == 1008


def test_a_module_is_a_script_that_a_browser_keeps_as_long_as_its_version(web):
    answer = web.get("/live/js/1a2b/board.js")

    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]


def test_a_module_that_was_sent_packed_is_sent_whole_to_the_next_one(tmp_path):
    (tmp_path / "long.js").write_text("export default 1;\n" * 500)
    app = Starlette(
        routes=[Mount("/live/js", Modules(tmp_path))],
        middleware=[Middleware(GZipMiddleware)],
    )
    browser = TestClient(app)

    packed = browser.get("/live/js/v/long.js", headers={"Accept-Encoding": "gzip"})
    plain = browser.get("/live/js/v/long.js", headers={"Accept-Encoding": "identity"})

    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text


def test_no_path_leads_out_of_the_modules(web, tmp_path):
    (tmp_path.parent / "secret.js").write_text("1")

    for path in (
        "../secret.js",
        "v/../../secret.js",
        "v/%2e%2e/secret.js",
        "v//etc/passwd",
    ):
        assert web.get(f"/live/js/{path}").status_code in {400, 404}


def test_a_device_is_known_by_its_hash_alone():
    device = new_device()

    assert device_in(f"a=b; {COOKIE}={device}") == device
    assert device not in device_hash(device)
    assert device_in("") is None
    assert device_in(f"{COOKIE}=short") is None


def test_only_the_scripts_inside_the_servers_own_page_are_allowed():
    page = '<script src="a.js"></script><script>start()</script>'

    policy = security_policy(page)

    # printf 'start()' | openssl dgst -sha256 -binary | base64
    known = "'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='"
    assert policy.split("; ")[1] == f"script-src 'self' blob: {known}"
