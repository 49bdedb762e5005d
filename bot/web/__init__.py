"""What all pages and APIs share: headers, problems, tokens, embedding."""
