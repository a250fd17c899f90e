// Package house has rooms with a dozen players each.
package house

import (
	"context"
	"fmt"
	"log"
	"math/rand"
	"strings"
	"time"

	"gitlab.chaffinch.example/arena/chaffinch/room"
)

const players = 12

// House has rooms.
type House struct{ rooms []*room.Room }

// New has n rooms.
func New(n int) *House {
	h := &House{}
	for i := 0; i < n; i++ {
		h.rooms = append(h.rooms, room.New(fmt.Sprintf("room %d", i)))
	}
	return h
}

// Start opens the rooms and lets one gossip in each eleven seconds tell a long story.
func (h *House) Start(ctx context.Context) error {
	for i, r := range h.rooms {
		go r.Run(ctx.Done())
		for p := 1; p <= players; p++ {
			go h.play(ctx, r, i, p)
		}
	}
	go h.gossip(ctx)
	return nil
}

func (h *House) play(ctx context.Context, r *room.Room, number, player int) {
	rng := rand.New(rand.NewSource(int64(number*100 + player)))
	for ctx.Err() == nil {
		time.Sleep(time.Second + time.Duration(rng.Intn(2500))*time.Millisecond)
		r.Move(player, rng.Intn(16), rng.Intn(16))
		if rng.Intn(9) == 0 {
			if err := r.Say("good move"); err != nil {
				log.Print(err)
			}
		}
	}
}

func (h *House) gossip(ctx context.Context) {
	for n := 3; ctx.Err() == nil; n += 7 {
		time.Sleep(11 * time.Second)
		if err := h.rooms[n%len(h.rooms)].Say(strings.Repeat("and then ", 9)); err != nil {
			log.Print(err)
		}
	}
}

// Look is what a spectator does.
func (h *House) Look(n int) int { return len(h.rooms[n%len(h.rooms)].State()) }
