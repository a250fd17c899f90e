module git.counter.example/stock/fullhouse

go 1.23

require (
	example.org/ops v1.4.0
	example.org/platform v0.31.0
	example.org/wiredb v0.9.2
	go.northgate.example/kit v0.12.1
)

replace (
	example.org/ops => ../../ops
	example.org/platform => ../../platform
	example.org/wiredb => ../../wiredb
	go.northgate.example/kit => ../../heldout/kit
)
