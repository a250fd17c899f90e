// Command woolmill tells of bales.
package main

import (
	"hub.tessera.example/base/service"

	"git.spindle.example/mill/woolmill/bales"
)

func main() { service.Main("woolmill", bales.Start) }
