// Command switchboard connects calls.
package main

import (
	"hub.tessera.example/base/service"

	"git.exchange.example/line/switchboard/plugs"
)

func main() { service.Main("switchboard", plugs.Start) }
