module code.brambling.example/build/brambling

go 1.19

require (
	example.org/ops v1.4.0
	example.org/platform v0.31.0
	go.northlight.example/works v0.3.1
	go.slateworks.example/frame v0.9.2
)

replace (
	example.org/ops => ../../ops
	example.org/platform => ../../platform
	go.northlight.example/works => ../../ninth/kit
	go.slateworks.example/frame => ../../eighth/kit
)
