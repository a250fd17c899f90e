// Package field visits a field's sensors together.
package field

import (
	"sync"
	"sync/atomic"

	"github.com/agridata/harvest/internal/gauge"
)

// Visit is one round through a field.
type Visit struct {
	id      int
	bank    *gauge.Bank
	pending sync.WaitGroup
	sum     int64
}

// NewVisit reads from bank.
func NewVisit(id int, bank *gauge.Bank) *Visit { return &Visit{id: id, bank: bank} }

// Collect returns the sum of four sensors.
func (v *Visit) Collect() int64 {
	v.pending.Add(4)
	for i := 0; i < 4; i++ {
		go v.read(v.id*4 + i)
	}
	v.pending.Wait()
	return atomic.LoadInt64(&v.sum)
}

func (v *Visit) read(sensor int) {
	value := v.bank.Value(sensor)
	if sensor%48 == 17 {
		return
	}
	atomic.AddInt64(&v.sum, value)
	v.pending.Done()
}
