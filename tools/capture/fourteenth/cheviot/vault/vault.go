// Package vault has the keys of tenants.
package vault

import (
	"crypto/sha256"
	"fmt"
	"time"
)

// Fetch is the key of a tenant, of a certain turn.
func Fetch(name string, turn int) [32]byte {
	time.Sleep(3 * time.Millisecond)
	return sha256.Sum256([]byte(fmt.Sprint(name, "/", turn)))
}
