// Command svmdisk runs its package machine beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/svmdisk/machine"
)

func main() {
	kit.Main("svmdisk", kit.Plan{Copies: 1, Size: 3}, machine.Run)
}
