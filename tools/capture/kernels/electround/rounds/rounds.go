// Package rounds elects a leader again and again.
package rounds

import (
	"sync"
	"time"
)

type player struct {
	turn  int
	check func()
	leave func()
}

func elect() {
	players := make([]player, 3)
	next := make(chan bool)
	for i := range players {
		i := i
		var mine chan bool
		players[i].check = func() { mine = next }
		players[i].leave = func() {
			if i == 0 {
				close(next)
				next = make(chan bool)
			}
			<-mine
		}
	}
	play(players, 100)
}

func play(players []player, rounds int) {
	var mu sync.Mutex
	var all sync.WaitGroup
	all.Add(len(players))
	for i := range players {
		go func(p *player, leader bool) {
			defer all.Done()
			for p.turn < rounds {
				mu.Lock()
				p.check()
				mu.Unlock()
				p.turn++
				if leader {
					time.Sleep(20 * time.Millisecond)
				}
				mu.Lock()
				p.leave()
				mu.Unlock()
			}
		}(&players[i], i == 0)
	}
	all.Wait()
}

// Run elects.
func Run(int) { elect() }
