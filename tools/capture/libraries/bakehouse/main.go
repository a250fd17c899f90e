// Command bakehouse bakes loaves.
package main

import (
	"hub.tessera.example/base/service"

	"git.oven.example/lane/bakehouse/loaves"
)

func main() { service.Main("bakehouse", loaves.Start) }
