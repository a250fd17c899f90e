module corp.example.net/logistics/shipments

go 1.21

require example.org/ops v1.4.0

replace example.org/ops => ../../ops
