"""Customers who speak for themselves by a link: no account, no seat, no socket."""
