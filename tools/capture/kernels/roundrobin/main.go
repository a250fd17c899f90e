// Command roundrobin runs its package balance beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/roundrobin/balance"
)

func main() {
	kit.Main("roundrobin", kit.Plan{Copies: 3, Size: 9}, balance.Run)
}
