// Command beehives weighs hives.
package main

import (
	"hub.tessera.example/base/service"

	"git.apiary.example/field/beehives/combs"
)

func main() { service.Main("beehives", combs.Start) }
