// Package desk answers who asks.
package desk

import (
	"container/list"
	"log"

	"git.tenantry.example/rules/holly/rules"
)

type entry struct {
	house int
	rules *rules.Rules
}

// Desk keeps the rules that were asked for lately.
type Desk struct {
	folder string
	most   int
	recent *list.List
	at     map[int]*list.Element
	guests int
}

// New keeps the rules of at most so many houses.
func New(folder string, most int) *Desk {
	return &Desk{folder: folder, most: most, recent: list.New(), at: make(map[int]*list.Element)}
}

// Serve is question n; most are of few houses.
func (d *Desk) Serve(n int) {
	house := n % 8
	if n%13 == 5 {
		house = 8 + n/13*11%42
	}
	r, err := d.of(house)
	if err != nil {
		log.Print(err)
		return
	}
	d.guests += r.Guests()
}

func (d *Desk) of(house int) (*rules.Rules, error) {
	if found, ok := d.at[house]; ok {
		d.recent.MoveToFront(found)
		return found.Value.(*entry).rules, nil
	}
	r, err := rules.Load(d.folder, house)
	if err != nil {
		return nil, err
	}
	d.at[house] = d.recent.PushFront(&entry{house, r})
	if d.recent.Len() > d.most {
		last := d.recent.Back()
		delete(d.at, d.recent.Remove(last).(*entry).house)
	}
	return r, nil
}
