// Command clockmaker winds clocks.
package main

import (
	"hub.tessera.example/base/service"

	"git.escapement.example/shop/clockmaker/springs"
)

func main() { service.Main("clockmaker", springs.Start) }
