"""Channels as people write them, at the end of a line: "Buy a ticket (web)"."""

import re

from cxcore.model import Channel

_WRITTEN = {
    Channel.WEB: "website, web site, webshop, online, internet, browser, site, portal",
    Channel.APP: "mobile, mobile app, phone app, smartphone",
    Channel.MAIL: "e-mail, email, newsletter",
    Channel.PHONE: "telephone, call, by phone, hotline, call centre, call center",
    Channel.CHAT: "live chat, chatbot, messenger, whatsapp, sms, text message",
    Channel.LETTER: "post, by post, paper, postal, parcel",
    Channel.STORE: "shop, branch, counter, desk, in store, in shop, instore",
    Channel.ON_SITE: "onsite, in person, face to face, on the spot, venue",
    Channel.AT_HOME: "home, her home, their home",
    Channel.MACHINE: "kiosk, terminal, atm, self service, vending machine",
    Channel.SOCIAL_MEDIA: "social, instagram, facebook, linkedin, tiktok, youtube",
    Channel.WORD_OF_MOUTH: "friend, friends, family, colleagues, recommendation",
    Channel.OTHER: "",
}

_CHANNELS = {
    word: channel
    for channel, words in _WRITTEN.items()
    for word in [channel.value.replace("_", " "), *filter(None, words.split(", "))]
}
_AT_END = re.compile(r"^(?P<name>.*\S)\s*[(\[](?P<inside>[^()\[\]]{1,80})[)\]]\s*$")
_SEVERAL = re.compile(r"\s*(?:[,/;+&|]|\band\b|\bor\b)\s*")


def split_channel(text: str) -> tuple[str, tuple[Channel, ...]]:
    """Return the name without the channels at its end, and these.

    What stands in brackets and is no channel belongs to the name.
    """
    match = _AT_END.match(text)
    if match is None:
        return text, ()
    words = [_plain(word) for word in _SEVERAL.split(match["inside"])]
    found = [_CHANNELS[word] for word in words if word in _CHANNELS]
    if len(found) < len(words):
        return text, ()
    return match["name"], tuple(dict.fromkeys(found))


def _plain(word: str) -> str:
    """Return a word without case, hyphens and double blanks."""
    if word.casefold() in _CHANNELS:
        return word.casefold()
    return " ".join(re.sub(r"[-_]", " ", word).casefold().split())
