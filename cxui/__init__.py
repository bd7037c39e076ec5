"""The pages around the live room: views, widgets and browser components."""
