// Package machine attaches disks to a virtual machine.
package machine

import (
	"errors"
	"sync"
)

// VM has disks.
type VM struct {
	sync.Mutex
	disks map[string]int
}

func (m *VM) add(name string) error {
	if len(m.disks) > 1 {
		return errors.New("no slot for " + name)
	}
	m.disks[name]++
	return nil
}

// Attach attaches all or none.
func (m *VM) Attach(names ...string) error {
	m.Lock()
	defer m.Unlock()
	for i, name := range names {
		if err := m.add(name); err != nil {
			m.detach(names[:i]...)
			return err
		}
	}
	return nil
}

func (m *VM) detach(names ...string) {
	m.Lock()
	defer m.Unlock()
	for _, name := range names {
		delete(m.disks, name)
	}
}

// Run attaches three.
func Run(int) {
	m := &VM{disks: map[string]int{}}
	if err := m.Attach("a", "b", "c"); err != nil {
		return
	}
}
