// Command scrivener writes deeds.
package main

import (
	"hub.tessera.example/base/service"

	"git.quill.example/court/scrivener/deeds"
)

func main() { service.Main("scrivener", deeds.Start) }
