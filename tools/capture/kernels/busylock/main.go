// Command busylock runs its package register beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/busylock/register"
)

func main() {
	kit.Main("busylock", kit.Plan{Copies: 40, Every: 20 * time.Millisecond, Size: 8}, register.Run)
}
