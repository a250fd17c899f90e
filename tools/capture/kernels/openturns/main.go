// Command openturns runs its package bookings beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/openturns/bookings"
)

func main() {
	kit.Main("openturns", kit.Plan{Copies: 30, Every: 30 * time.Millisecond, Size: 8}, bookings.Run)
}
