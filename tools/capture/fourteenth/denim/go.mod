module git.bookstall.example/shop/denim

go 1.23

require (
	example.org/ops v1.4.0
	example.org/platform v0.31.0
	example.org/wiredb v0.9.2
	go.drapery.example/loom v0.8.0
)

replace (
	example.org/ops => ../../ops
	example.org/platform => ../../platform
	example.org/wiredb => ../../wiredb
	go.drapery.example/loom => ../../fourteenth/kit
)
