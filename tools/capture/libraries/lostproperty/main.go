// Command lostproperty keeps what was found.
package main

import (
	"hub.tessera.example/base/service"

	"git.depot.example/hall/lostproperty/shelves"
)

func main() { service.Main("lostproperty", shelves.Start) }
