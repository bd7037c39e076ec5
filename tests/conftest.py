"""What holds for every test."""

from hypothesis import settings

# No test fails because a machine was busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
