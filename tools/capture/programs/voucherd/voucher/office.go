// Package voucher issues and redeems vouchers.
package voucher

import (
	"strconv"
	"sync"
	"time"
)

const validity = 12 * time.Hour

// Voucher is one promise.
type Voucher struct {
	Code   string
	Holder string
	terms  [256]byte
}

// Office knows the open vouchers.
type Office struct {
	mu   sync.Mutex
	next int
	open map[string]*Voucher
}

// NewOffice returns an office without vouchers.
func NewOffice() *Office { return &Office{open: map[string]*Voucher{}} }

// Issue returns the code of a new voucher.
func (o *Office) Issue(holder string) string {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.next++
	v := &Voucher{Code: "V" + strconv.Itoa(o.next), Holder: holder}
	o.open[v.Code] = v
	time.AfterFunc(validity, func() { o.expire(v) })
	return v.Code
}

// Redeem takes a voucher back.
func (o *Office) Redeem(code string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	delete(o.open, code)
}

func (o *Office) expire(v *Voucher) {
	o.mu.Lock()
	defer o.mu.Unlock()
	delete(o.open, v.Code)
}
