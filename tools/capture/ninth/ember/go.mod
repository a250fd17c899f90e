module go.ember.example/inbox/ember

go 1.19

require (
	example.org/ops v1.4.0
	example.org/platform v0.31.0
	go.northlight.example/works v0.3.1
)

replace (
	example.org/ops => ../../ops
	example.org/platform => ../../platform
	go.northlight.example/works => ../../ninth/kit
)
