// Command rowingclub lends oars.
package main

import (
	"hub.tessera.example/base/service"

	"git.boathouse.example/river/rowingclub/oars"
)

func main() { service.Main("rowingclub", oars.Start) }
