// Package batch books movements.
package batch

import (
	"context"
	"sort"
	"strconv"
	"time"
)

// Movement is one line.
type Movement struct {
	Account string
	Cents   int64
	Memo    [40]byte
}

type batch struct {
	byAccount map[string][]*Movement
	all       []*Movement
}

// Run gathers movements for a while and returns their sum.
func Run(ctx context.Context, number int, long time.Duration) (int64, error) {
	b := &batch{byAccount: make(map[string][]*Movement)}
	clock := time.NewTicker(50 * time.Millisecond)
	defer clock.Stop()
	for until := time.Now().Add(long); time.Now().Before(until); {
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-clock.C:
			b.gather(number, 900)
		}
	}
	return b.book(), nil
}

func (b *batch) gather(number, n int) {
	for i := 0; i < n; i++ {
		m := &Movement{Account: "account-" + strconv.Itoa((len(b.all)*37)%5000), Cents: int64(number*1000 + i)}
		b.all = append(b.all, m)
		b.byAccount[m.Account] = append(b.byAccount[m.Account], m)
	}
}

func (b *batch) book() int64 {
	sort.Slice(b.all, func(i, j int) bool { return b.all[i].Cents < b.all[j].Cents })
	var sum int64
	for _, movements := range b.byAccount {
		for _, m := range movements {
			sum += m.Cents
		}
	}
	return sum
}
