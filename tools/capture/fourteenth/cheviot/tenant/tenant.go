// Package tenant has tenants with their grants and their keys.
package tenant

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"sync"
	"time"

	"git.badgehouse.example/auth/cheviot/vault"
)

// Tenant is one house.
type Tenant struct {
	mu     sync.RWMutex
	name   string
	grants map[string]bool
	key    [32]byte
	turn   int
	until  time.Time
}

// House has n tenants.
func House(n int) []*Tenant {
	house := make([]*Tenant, n)
	for i := range house {
		t := &Tenant{name: fmt.Sprint("tenant-", i), grants: map[string]bool{}}
		for j := 0; j < 200; j++ {
			t.grants[fmt.Sprintf("user-%d/act-%d", j, j%9)] = j%4 != 0
		}
		t.until = time.Now().Add(time.Duration(35+i*9) * time.Second)
		t.key = vault.Fetch(t.name, 0)
		house[i] = t
	}
	return house
}

// Allowed says whether a user may act, and seals the answer.
func (t *Tenant) Allowed(user, act string) (bool, []byte) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	yes := t.grants[user+"/"+act]
	seal := hmac.New(sha256.New, t.secret())
	fmt.Fprint(seal, user, act, yes)
	return yes, seal.Sum(nil)
}

// secret is the key of this hour; that of the hour before is fetched anew.
func (t *Tenant) secret() []byte {
	if time.Now().After(t.until) {
		t.renew()
	}
	return t.key[:]
}

func (t *Tenant) renew() {
	key := vault.Fetch(t.name, t.turn+1)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.key = key
	t.turn++
	t.until = time.Now().Add(time.Hour)
}

// Grant lets a user act.
func (t *Tenant) Grant(user, act string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.grants[user+"/"+act] = true
}
