// Command winecellar racks bottles.
package main

import (
	"hub.tessera.example/base/service"

	"git.vintner.example/vault/winecellar/racks"
)

func main() { service.Main("winecellar", racks.Start) }
