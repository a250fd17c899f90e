module go.linnet.example/board/linnet

go 1.19

require (
	example.org/ops v1.4.0
	example.org/platform v0.31.0
	go.stonequay.example/stock v0.4.0
)

replace (
	example.org/ops => ../../ops
	example.org/platform => ../../platform
	go.stonequay.example/stock => ../../seventh/kit
)
