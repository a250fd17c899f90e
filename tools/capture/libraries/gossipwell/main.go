// Command gossipwell tells tales.
package main

import (
	"hub.tessera.example/base/service"

	"git.village.example/green/gossipwell/tales"
)

func main() { service.Main("gossipwell", tales.Start) }
