// Command nightporter hands out keys.
package main

import (
	"hub.tessera.example/base/service"

	"git.lodge.example/desk/nightporter/keys"
)

func main() { service.Main("nightporter", keys.Start) }
