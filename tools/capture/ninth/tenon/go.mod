module go.tenon.example/syslog/tenon

go 1.19

require (
	example.org/ops v1.4.0
	go.northlight.example/works v0.3.1
)

replace (
	example.org/ops => ../../ops
	go.northlight.example/works => ../../ninth/kit
)
