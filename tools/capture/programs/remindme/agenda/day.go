// Package agenda plans a day.
package agenda

import (
	"log"
	"time"
)

type appointment struct {
	title    string
	reminder *time.Timer
}

// Day is a fixed number of slots.
type Day struct{ slots []appointment }

// NewDay returns a day of n slots.
func NewDay(n int) *Day { return &Day{slots: make([]appointment, n)} }

// Plan puts title into a slot and sets its reminder.
func (d *Day) Plan(slot int, title string) {
	place := &d.slots[slot]
	place.title = title
	notes := make([]byte, 96)
	copy(notes, title)
	place.reminder = time.AfterFunc(24*time.Hour, func() { log.Printf("%s", notes) })
}
