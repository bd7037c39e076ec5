"""What the page "Questions to ask ourselves" adds to the table of state."""

from cxcore.checkup import CATALOGUE
from cxcore.commands import Add, Remove, SetValue
from cxcore.edit import apply
from cxcore.model import AcceptedFinding, Persona, Workshop
from tests.core.builders import small_workshop
from tests.live.build import rate
from tests.pagekeys.build import keys_of

LISTS = {"now", "before_next", "folded", "accepted", "not_assessed", "passed"}


def workshop_after(*commands):
    workshop = small_workshop()
    for command in commands:
        workshop = apply(workshop, command)
    return workshop


def accepted(check, *subjects):
    thing = AcceptedFinding(
        id="seen", check=check, subject_ids=subjects, reason="We know."
    )
    return Add(of="finding", thing=thing)


def checkup_of(workshop):
    return keys_of(workshop, "checkup")["checkup"]


def test_each_check_stands_in_one_list_and_has_a_key_of_its_own():
    table = keys_of(small_workshop(), "checkup")

    lists = [table["checkup"][name] for name in LISTS]
    listed = sorted(check for each in lists for check in each)
    assert listed == [each.id for each in CATALOGUE]
    assert {f"check/{each.id}" for each in CATALOGUE} <= table.keys()


def test_in_an_empty_workshop_little_is_assessed_and_nothing_passes_for_free():
    asked = checkup_of(Workshop(id="w"))

    assert len(asked["not_assessed"]) > len(asked["passed"])


def test_a_finding_says_where_it_is_and_leads_there():
    check = keys_of(workshop_after(rate("pay", -4, "ana")), "checkup")["check/CX22"]

    assert check["status"] == "found"
    assert check["where"][0]["page"] == "journey"  # nobody owns the whole
    place = next(each for each in check["where"] if each["id"] == "queue")
    assert place == {
        "id": "queue",
        "name": "queue",
        "page": "behind",
        "journey": "visit",
        "touchpoint": "queue",
    }


def test_every_check_has_a_sentence_or_has_passed():
    table = keys_of(small_workshop(), "checkup")
    checks = [value for key, value in table.items() if key.startswith("check/")]

    assert all(each["sentence"] or each["status"] == "passed" for each in checks)
    assert all(each["question"] and each["source"] for each in checks)


def test_an_accepted_finding_is_kept_with_its_reason():
    before = keys_of(small_workshop(), "checkup")["check/CX22"]

    workshop = workshop_after(accepted("CX22", *before["subjects"]))
    table = keys_of(workshop, "checkup")

    assert "CX22" in table["checkup"]["accepted"]
    assert table["check/CX22"]["reason"] == "We know."
    assert table["list/finding"] == ["seen"]


def test_an_acceptance_that_is_taken_back_opens_the_finding_again():
    subjects = keys_of(small_workshop(), "checkup")["check/CX22"]["subjects"]

    workshop = workshop_after(
        accepted("CX22", *subjects), Remove(of="finding", id="seen")
    )

    assert "CX22" not in checkup_of(workshop)["accepted"]


def test_a_threshold_comes_with_its_usual_value_and_what_the_workshop_has_set():
    persona = Persona(id="marta", name="Marta")
    limits = {"nobody_delivers": 0.9}
    workshop = workshop_after(
        Add(of="persona", thing=persona),
        SetValue(of="settings", id="settings", field="checkup", value=limits),
    )

    table = keys_of(workshop, "checkup")

    assert table["checkup"]["changed"] == limits
    (threshold,) = table["check/CX01"]["thresholds"]
    assert threshold == {"name": "nobody_delivers", "value": 0.9, "usual": 0.3}
