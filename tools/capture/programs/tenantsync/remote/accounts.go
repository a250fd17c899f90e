// Package remote talks to the tenants' systems.
package remote

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"sync"
)

type tenant struct {
	url    string
	client *http.Client
}

// Accounts has one client for each tenant.
type Accounts struct {
	base    string
	mu      sync.Mutex
	tenants []*tenant
}

// NewAccounts returns the accounts of n tenants.
func NewAccounts(base string, n int) *Accounts {
	return &Accounts{base: base, tenants: make([]*tenant, n)}
}

func dial(url string) *tenant {
	return &tenant{url: url, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 4}}}
}

// Refresh reads the tenants' settings anew.
func (a *Accounts) Refresh() {
	a.mu.Lock()
	defer a.mu.Unlock()
	for i := range a.tenants {
		a.tenants[i] = dial(fmt.Sprintf("%s/tenant/%d", a.base, i))
	}
}

// Sync asks every tenant once.
func (a *Accounts) Sync() {
	a.mu.Lock()
	tenants := append([]*tenant(nil), a.tenants...)
	a.mu.Unlock()
	for _, t := range tenants {
		if t != nil {
			t.sync()
		}
	}
}

func (t *tenant) sync() {
	response, err := t.client.Get(t.url)
	if err != nil {
		log.Print(err)
		return
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		log.Print(err)
	}
}
