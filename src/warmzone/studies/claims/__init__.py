"""The claim about the focus of training, put to the test in eight studies."""
