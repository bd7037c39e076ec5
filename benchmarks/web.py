"""Plain requests of a browser that comes for the first time."""

import asyncio
from dataclasses import dataclass

from benchmarks.serve import Served


@dataclass(frozen=True)
class Answer:
    """What the server has answered."""

    status: int
    headers: dict[str, str]
    body: bytes


class Line:
    """One connection that is kept open for the next request."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str
    ) -> None:
        self.cookie = ""
        self._reader, self._writer, self._host = reader, writer, host

    @classmethod
    async def open(cls, server: Served) -> "Line":
        """Connect."""
        host, _, port = server.host.partition(":")
        return cls(*await asyncio.open_connection(host, int(port)), server.host)

    async def get(self, path: str) -> Answer:
        """Ask for a path, and read all of it; cookies are kept as a browser does."""
        head = [f"GET {path} HTTP/1.1", f"Host: {self._host}", "Accept: */*"]
        head += ["Accept-Encoding: gzip"]
        head += [f"Cookie: {self.cookie}"] if self.cookie else []
        self._writer.write("\r\n".join([*head, "", ""]).encode())
        first, *lines = (
            (await self._reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        )
        headers = {}
        for line in filter(None, lines):
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        body = await self._body(headers)
        if "set-cookie" in headers and headers["set-cookie"].startswith("cx_"):
            self.cookie = headers["set-cookie"].partition(";")[0]
        return Answer(int(first.split()[1]), headers, body)

    def close(self) -> None:
        """Hang up."""
        self._writer.close()

    async def _body(self, headers: dict[str, str]) -> bytes:
        if headers.get("transfer-encoding") != "chunked":
            return await self._reader.readexactly(int(headers.get("content-length", 0)))
        body = b""
        while size := int(await self._reader.readline(), 16):
            body += await self._reader.readexactly(size)
            await self._reader.readline()
        await self._reader.readline()
        return body
