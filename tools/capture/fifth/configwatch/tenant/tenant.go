// Package tenant applies settings for one tenant.
package tenant

import (
	"hash/fnv"
	"sync/atomic"

	"git.switchroom.example/ops/configwatch/edition"
)

// Tenant has the rules that follow from the settings.
type Tenant struct {
	name  string
	rules atomic.Value
}

// Open lets a tenant follow the office until it closes.
func Open(name string, office *edition.Office) *Tenant {
	t := &Tenant{name: name}
	go t.follow(office)
	return t
}

func (t *Tenant) follow(office *edition.Office) {
	for {
		today, open := office.Today()
		if !open {
			return
		}
		t.rules.Store(t.derive(today))
		<-today.Replaced
	}
}

func (t *Tenant) derive(e *edition.Edition) map[uint32]bool {
	rules := make(map[uint32]bool, len(e.Settings)/4)
	for key, value := range e.Settings {
		h := fnv.New32a()
		h.Write([]byte(t.name + key + value))
		if sum := h.Sum32(); sum%4 == 0 {
			rules[sum] = sum%8 == 0
		}
	}
	return rules
}
