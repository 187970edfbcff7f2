package org.tatabbu.adoption;
@org.springframework.stereotype.Component public class Seals { Sealing of(Act a){return Sealing.NONE;} }
