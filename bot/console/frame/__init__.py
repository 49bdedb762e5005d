"""What all pages of the console share: access, sessions, forms, the page's frame."""
