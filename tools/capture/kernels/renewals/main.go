// Command renewals runs its package tenancy beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/renewals/tenancy"
)

func main() {
	kit.Main("renewals", kit.Plan{Copies: 300, Every: 25 * time.Millisecond, Front: true, Size: 6}, tenancy.Run)
}
