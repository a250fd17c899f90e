package lists

import "time"

type keeper struct {
	house  *House
	list   string
	inbox  chan Wish
	wishes []Wish
	page   [6 << 10]byte
}

func (k *keeper) run() {
	idle := time.NewTimer(patience)
	defer func() { idle.Stop() }()
	for {
		select {
		case w := <-k.inbox:
			k.note(w)
			idle.Stop()
			idle = time.NewTimer(patience)
		case <-idle.C:
			if k.house.release(k) {
				return
			}
			idle = time.NewTimer(patience)
		case <-k.house.ctx.Done():
			return
		}
	}
}

// note keeps the latest fifty wishes and writes the page anew.
func (k *keeper) note(w Wish) {
	k.wishes = append(k.wishes, w)
	if len(k.wishes) > 50 {
		k.wishes = append([]Wish(nil), k.wishes[len(k.wishes)-50:]...)
	}
	at := 0
	for _, w := range k.wishes {
		at += copy(k.page[at:], w.Note)
	}
}
