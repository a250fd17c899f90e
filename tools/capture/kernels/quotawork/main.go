// Command quotawork runs its package quota beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/quotawork/quota"
)

func main() {
	kit.Main("quotawork", kit.Plan{Copies: 10, Size: 6}, quota.Run)
}
