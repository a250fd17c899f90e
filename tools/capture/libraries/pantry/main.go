// Command pantry looks up provisions.
package main

import (
	"hub.tessera.example/base/service"

	"git.larder.example/kitchen/pantry/shelf"
)

func main() { service.Main("pantry", shelf.Start) }
