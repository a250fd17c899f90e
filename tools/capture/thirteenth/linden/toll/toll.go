// Package toll says who may pass now.
package toll

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

type purse struct {
	limiter *rate.Limiter
	first   time.Time
	passes  int64
}

// Toll lets each address pass so often.
type Toll struct {
	purses sync.Map
	limit  rate.Limit
	burst  int
}

// New gives each address its limit.
func New(perSecond float64, burst int) *Toll {
	return &Toll{limit: rate.Limit(perSecond), burst: burst}
}

func (t *Toll) of(address string) *purse {
	if found, ok := t.purses.Load(address); ok {
		return found.(*purse)
	}
	fresh := &purse{limiter: rate.NewLimiter(t.limit, t.burst), first: time.Now()}
	found, _ := t.purses.LoadOrStore(address, fresh)
	return found.(*purse)
}

// Pass says whether an address may.
func (t *Toll) Pass(address string) bool { return t.of(address).limiter.Allow() }
